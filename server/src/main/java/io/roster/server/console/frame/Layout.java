package io.roster.server.console.frame;

import io.roster.server.console.frame.ConsoleSessions.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Fills templates, with what every page has around its own part. */
final class Layout {
  // A template that is laid out by another one brings none along.
  private static final String DOCTYPE = "<!doctype html>\n";

  private final ITemplateEngine templates;
  private final Pages pages;

  Layout(ITemplateEngine templates, Pages pages) {
    this.templates = templates;
    this.pages = pages;
  }

  /** An entry of the navigation. */
  record Entry(String path, String title, boolean current) {}

  /**
   * What the layout shows of who is signed in; for nobody all of it is empty.
   *
   * @param token what each form holds, as "csrf"
   */
  record Around(String name, String role, String token, List<Entry> entries) {
    static final Around NOBODY = new Around("", "", "", List.of());
  }

  Answer answer(PageReply.Shown page, Optional<Visit> visit, String path) {
    var model = new LinkedHashMap<String, Object>(page.model());
    model.put("title", page.title());
    model.put("frame", visit.map(someone -> around(someone, path)).orElse(Around.NOBODY));
    var context = new Context(Locale.ENGLISH);
    context.setVariables(model);
    var html = templates.process("console/" + page.template(), context);
    return Answer.html(page.status(), DOCTYPE + html);
  }

  /** The page that tells what went wrong, and what to do about it. */
  static PageReply.Shown trouble(int status, String title, String detail) {
    return new PageReply.Shown(status, "trouble", title, Map.of("detail", detail));
  }

  private Around around(Visit visit, String path) {
    var entries =
        pages.all().stream()
            .filter(page -> !page.entry().isEmpty())
            .filter(page -> visit.principal().role().includes(page.role()))
            .map(page -> new Entry(page.path(), page.entry(), isIn(page.path(), path)))
            .toList();
    var who = visit.principal();
    return new Around(who.name(), who.role().wireName(), visit.formToken(), entries);
  }

  private static boolean isIn(String entry, String path) {
    return path.equals(entry) || (!entry.equals("/") && path.startsWith(entry + "/"));
  }
}
