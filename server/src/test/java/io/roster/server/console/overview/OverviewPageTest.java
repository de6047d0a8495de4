package io.roster.server.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor;
import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
  @Test
  void anEmptyRosterIsNoEmptyPage() {
    try (var server = RunningServer.start()) {
      var page = ConsoleBrowser.signedIn(server).get("/");

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.html().select(".tiles .figure").eachText()).containsOnly("0");
      assertThat(page.text()).contains("No rule has refused anything", "No client has come yet");
    }
  }

  @Test
  void itShowsWhoCameAndWhatWasRefused() {
    try (var server = RunningServer.start()) {
      var visitor = new Visitor(server);
      for (int i = 0; i < 3; i++) {
        visitor.register(
            "{\"client_name\":\"App <i>\",\"redirect_uris\":[\"https://a%d.example/\"]}"
                .formatted(i));
      }
      refused(server, "no JSON");
      refused(server, "{\"redirect_uris\":[\"http://a.example/\"]}");
      refused(server, "{\"redirect_uris\":[\"http://b.example/\"]}");
      var browser = ConsoleBrowser.signedIn(server);

      var page = browser.get("/");

      assertThat(page.html().select(".tiles li").getFirst().text()).isEqualTo("3 clients");
      assertThat(page.html().select("figure tbody tr")).hasSize(30);
      assertThat(page.html().select("figure tbody tr").getLast().text()).endsWith(" 3");
      assertThat(page.html().select("figure rect")).hasSize(30);
      assertThat(page.html().select("a[href=/clients?tier=open]").text()).isEqualTo("open");
      assertThat(page.html().select("bdi").eachText()).contains("App <i>");
      assertThat(page.text())
          .contains("What a purge would end now")
          .contains("Of the last 2 refusals", "redirect-uri-transport 2");
    }
  }

  private static void refused(RunningServer server, String body) {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(server.at("/oauth/register"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
