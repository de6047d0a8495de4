package io.roster.store.client;

import io.roster.http.JacksonJson;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.Clients;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A program that inserts clients named after its second argument into the file of its first until
 * it's killed or has inserted as many as the third says, and prints every identifier it inserted.
 */
final class Inserter {
  private static final int THREADS = 16;

  private Inserter() {}

  public static void main(String[] arguments) {
    var prefix = arguments[1];
    int most = Integer.parseInt(arguments[2]);
    var next = new AtomicInteger();
    try (var database = SqliteDatabase.open(Path.of(arguments[0]));
        var threads = Executors.newFixedThreadPool(THREADS)) {
      var clients = new JdbcClientStore(database, new JacksonJson());
      Runnable insertMany =
          () -> {
            for (int i = next.getAndIncrement(); i < most; i = next.getAndIncrement()) {
              clients.insert(Clients.someClient(prefix + i));
              System.out.println(prefix + i);
            }
          };
      IntStream.range(0, THREADS).forEach(thread -> threads.execute(insertMany));
    }
  }
}
