package io.roster.http.limit;

/**
 * How many registrations there may be: so many at once, and so many a minute on the long run.
 *
 * @param burst registrations at once, 1 to a million
 * @param perMinute registrations a minute, 1 to a million
 */
public record Budget(int burst, int perMinute) {
  private static final int MOST = 1_000_000;

  public Budget {
    if (burst < 1 || burst > MOST || perMinute < 1 || perMinute > MOST) {
      throw new IllegalArgumentException("burst and per-minute must be between 1 and " + MOST);
    }
  }
}
