package io.roster.server.console.frame;

import io.roster.core.json.Json;
import io.roster.server.api.AdminReply;
import java.util.Map;

/** What becomes of a page that was asked for. */
public sealed interface PageReply {
  /**
   * A page to look at.
   *
   * @param template below {@code templates/console}
   * @param model what the template is filled with; who is signed in, the navigation and the form's
   *     token come on top, as {@code frame}
   */
  record Shown(int status, String template, String title, Map<String, Object> model)
      implements PageReply {
    public Shown {
      model = Map.copyOf(model);
    }
  }

  /** A file to keep, of this media type. */
  record Download(String type, String name, String content) implements PageReply {
    public Download {
      if (!name.matches("[a-z0-9.-]{1,60}")) {
        throw new IllegalArgumentException("the name of a file is plain");
      }
    }
  }

  /** Another page of the console, by an address that this server made. */
  record Elsewhere(String path) implements PageReply {}

  /** Something the API refused, in its own words. */
  record Refused(AdminReply problem) implements PageReply {
    /** What it is called. */
    public String title() {
      return said("title", "This did not work");
    }

    /** What to do about it. */
    public String detail() {
      return said("detail", "go back and try again");
    }

    private String said(String member, String otherwise) {
      return problem
          .body()
          .orElseGet(() -> new Json.Members(Map.of()))
          .text(member)
          .orElse(otherwise);
    }
  }

  static PageReply shown(String template, String title, Map<String, Object> model) {
    return new Shown(200, template, title, model);
  }

  static PageReply elsewhere(String path) {
    return new Elsewhere(path);
  }

  static PageReply refused(AdminReply problem) {
    return new Refused(problem);
  }
}
