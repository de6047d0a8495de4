package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.credential.SecretIssuer;
import io.roster.core.store.StoreUnavailableException;
import io.roster.server.account.Administrators;
import io.roster.server.admin.AdminAccess;
import io.roster.server.api.Dispatcher;
import io.roster.server.console.frame.ConsoleSessions.Visit;
import io.roster.server.console.frame.PageReply.Download;
import io.roster.server.console.frame.PageReply.Elsewhere;
import io.roster.server.console.frame.PageReply.Refused;
import io.roster.server.console.frame.PageReply.Shown;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;

/**
 * Answers browsers on the operator's listener: sees to who is signed in, that forms come from our
 * own pages and that the role is enough, and then asks the {@link Page} for its part.
 */
public final class Frame extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.console");
  private static final int LARGEST_FORM = 256 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Dispatcher api;
  private final Pages pages;
  private final ConsoleSessions sessions;
  private final SignIn signIn;
  private final Layout layout;

  /** Who may come in, and how the time is told. */
  public record Doorway(AdminAccess access, Administrators people, InstantSource clock) {}

  public Frame(Doorway doorway, Dispatcher api, List<Page> all, ITemplateEngine templates) {
    this.api = api;
    this.pages = new Pages(all);
    var values = new SecretIssuer(new SecureRandom());
    this.sessions = new ConsoleSessions(doorway.people(), values, doorway.clock());
    this.signIn = new SignIn(doorway.access(), sessions, pages);
    this.layout = new Layout(templates, pages);
  }

  /** What a browser wants, taken apart. */
  private record Visiting(
      Request request,
      String method,
      String path,
      List<String> segments,
      FormFields query,
      Optional<Visit> visit) {
    boolean isForm() {
      return method.equals("POST");
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = String.valueOf(request.getHttpURI().getPath());
    answer(request, path).write(response, callback);
    return true;
  }

  private Answer answer(Request request, String path) {
    try {
      var asset = Assets.find(path);
      return asset.isPresent() ? asset.get() : answer(visiting(request, path));
    } catch (StoreUnavailableException e) {
      return away(request, path);
    } catch (IllegalArgumentException malformed) {
      return strangers(400, "This can't be read", "check the address, and what was sent", path);
    } catch (RuntimeException e) {
      LOG.error("a page of the console failed", e);
      return strangers(500, "The server failed", "its log says how", path);
    }
  }

  private Answer away(Request request, String path) {
    var title = "The store is away";
    boolean form = request.getMethod().equals("POST");
    var advice =
        form ? "nothing was changed; go back and try again" : "this page tries again by itself";
    var answer = strangers(503, title, advice, path).with("Retry-After", "5");
    return form ? answer : answer.with("Refresh", "5");
  }

  private Visiting visiting(Request request, String path) {
    var query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return new Visiting(
        request,
        method,
        path,
        Pages.segments(path),
        FormFields.parse(query),
        ConsoleCookie.presented(request).flatMap(sessions::find));
  }

  private Answer answer(Visiting visiting) {
    return switch (visiting.path()) {
      case SignIn.PATH, SignIn.OUT ->
          visiting.isForm() ? form(visiting, Optional.empty()) : door(visiting);
      default -> {
        var page = pages.find(visiting.method(), visiting.segments());
        if (page.isEmpty()) {
          yield trouble(404, "There is nothing here", "no page has this address", visiting);
        }
        if (visiting.visit().isEmpty()) {
          yield visiting.isForm()
              ? SignIn.ended()
              : SignIn.first(visiting.request().getHttpURI().getPathQuery());
        }
        yield visiting.isForm()
            ? form(visiting, page)
            : run(page.get(), visiting, visiting.visit().get(), FormFields.NONE);
      }
    };
  }

  private Answer door(Visiting visiting) {
    return visiting.method().equals("GET") && visiting.path().equals(SignIn.PATH)
        ? layout.answer(signIn.form(visiting.query()), Optional.empty(), SignIn.PATH)
        : Answer.elsewhere("/");
  }

  /** Takes what a form of ours sends; only the one for signing in has no token. */
  private Answer form(Visiting visiting, Optional<Page> page) {
    var request = visiting.request();
    if (isFromElsewhere(request)) {
      return trouble(
          403, "This form is not ours", "open the page here and send it again", visiting);
    }
    if (!String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).startsWith(FORM)) {
      return trouble(415, "This is no form", "send " + FORM, visiting);
    }
    Optional<String> text;
    try {
      text = body(request);
    } catch (IOException unreadable) {
      return trouble(400, "The form did not arrive whole", "send it again", visiting);
    }
    if (text.isEmpty()) {
      var advice = "send at most " + LARGEST_FORM / 1024 + " kB";
      return trouble(413, "This is too large", advice, visiting);
    }
    var fields = FormFields.parse(text.get());
    if (visiting.path().equals(SignIn.PATH)) {
      return signIn.enter(
          fields, request, shown -> layout.answer(shown, Optional.empty(), SignIn.PATH));
    }
    if (visiting.visit().filter(visit -> visit.sent(fields.first("csrf"))).isEmpty()) {
      return trouble(
          403, "This form is no longer valid", "load its page and send it again", visiting);
    }
    return visiting.path().equals(SignIn.OUT)
        ? signIn.leave(request)
        : run(page.orElseThrow(), visiting, visiting.visit().get(), fields);
  }

  private Answer run(Page page, Visiting visiting, Visit visit, FormFields fields) {
    var who = visit.principal();
    if (!who.role().includes(page.role())) {
      var advice = "this takes the role " + page.role().wireName();
      return trouble(403, "Not for this role", advice, visiting);
    }
    var variable = page.variable(visiting.segments());
    var call = new PageCall(who, api, variable, visiting.query(), fields);
    var actor = Actor.administrator(who.name(), Request.getRemoteAddr(visiting.request()));
    return switch (Acting.as(actor, () -> page.action().apply(call))) {
      case Shown shown -> layout.answer(shown, Optional.of(visit), visiting.path());
      case Elsewhere(var path) -> Answer.elsewhere(path);
      case Download(var type, var name, var content) ->
          Answer.file(type, content)
              .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
      case Refused refused -> refused(refused, visiting);
    };
  }

  private Answer refused(Refused refused, Visiting visiting) {
    int status = refused.problem().status();
    var answer = trouble(status, refused.title(), refused.detail(), visiting);
    return status == 503 && !visiting.isForm()
        ? answer.with("Retry-After", "5").with("Refresh", "5")
        : answer;
  }

  private Answer trouble(int status, String title, String detail, Visiting visiting) {
    return layout.answer(Layout.trouble(status, title, detail), visiting.visit(), visiting.path());
  }

  private Answer strangers(int status, String title, String detail, String path) {
    return layout.answer(Layout.trouble(status, title, detail), Optional.empty(), path);
  }

  /** The gate has looked at the origin; this header a page can't leave out or make up either. */
  private static boolean isFromElsewhere(Request request) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin");
  }

  /** Nothing when there is more than anyone types. */
  private static Optional<String> body(Request request) throws IOException {
    try (var in = Content.Source.asInputStream(request)) {
      var bytes = in.readNBytes(LARGEST_FORM + 1);
      return bytes.length > LARGEST_FORM
          ? Optional.empty()
          : Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }
  }
}
