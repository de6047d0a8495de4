package io.roster.server.console.frame;

import io.roster.server.account.Role;
import java.util.List;
import java.util.function.Function;

/**
 * One address of the console, for one method: all that the frame knows of it. To add a page, write
 * a class with a {@code List<Page> pages()}, name it in {@code ConsolePages}, and put its template
 * into {@code templates/console}; who is signed in, whether the form is genuine and whether the
 * role is enough has been seen to when the action is called.
 *
 * @param path with at most one segment in braces, which {@link PageCall#variable} tells
 * @param role who may ask; everybody else is told so
 * @param entry what the navigation calls it, or "" when it isn't there
 */
public record Page(
    String method, String path, Role role, String entry, Function<PageCall, PageReply> action) {

  /** A page that shows something to everyone who may sign in. */
  public static Page get(String path, Function<PageCall, PageReply> action) {
    return new Page("GET", path, Role.VIEWER, "", action);
  }

  /** What a form does; its fields are in {@link PageCall#field}. */
  public static Page post(String path, Role role, Function<PageCall, PageReply> action) {
    return new Page("POST", path, role, "", action);
  }

  /** The same page for this role and those above it. */
  public Page by(Role least) {
    return new Page(method, path, least, entry, action);
  }

  /** The same page with an entry of this name in the navigation, in the order of the table. */
  public Page named(String title) {
    return new Page(method, path, role, title, action);
  }

  boolean leadsTo(List<String> segments) {
    var pattern = pattern();
    if (pattern.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands where the braces are, or "". */
  String variable(List<String> segments) {
    var pattern = pattern();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith("{")) {
        return segments.get(i);
      }
    }
    return "";
  }

  private List<String> pattern() {
    return List.of(path.substring(1).split("/", -1));
  }
}
