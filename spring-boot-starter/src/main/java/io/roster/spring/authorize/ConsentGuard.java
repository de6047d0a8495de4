package io.roster.spring.authorize;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the consent forms that this browser was shown from all others. A bean of this type is asked
 * before any consent is taken.
 */
@FunctionalInterface
public interface ConsentGuard {
  /** The code of the error that is shown instead of taking a form. */
  String EXPIRED = "expired_form";

  /** Whether the form may be taken. */
  boolean admits(HttpServletRequest form);

  /** Where the state in the form, which only the person it was made for can use, is enough. */
  static ConsentGuard none() {
    return form -> true;
  }
}
