package io.roster.core.registration;

import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.json.Json;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Updated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrentUpdatesTest {
  private static final int WRITERS = 16;

  private final ObservedRoster observed = ObservedRoster.standard();
  private final Registrar registrar = observed.roster().registrar();

  @RepeatedTest(20)
  void ofManyMergesAtOnceNoneIsLost() throws Exception {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    var merges = new ArrayList<Callable<UpdateOutcome>>();
    for (int i = 0; i < WRITERS; i++) {
      var body = Bodies.members("client_name#x-" + i, "name " + i);
      merges.add(() -> registrar.update(access, new ClientUpdate.Merge(body)));
    }

    var outcomes = allAtOnce(merges);

    assertThat(outcomes).hasSize(WRITERS).allMatch(Updated.class::isInstance);
    assertThat(observed.stored(client).metadata().localized()).hasSize(WRITERS);
    assertThat(observed.stored(client).revision()).isEqualTo(1 + WRITERS);
  }

  @RepeatedTest(20)
  void ofManyReplacementsAtOnceOneStandsAsAWhole() throws Exception {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    var puts = new ArrayList<Callable<UpdateOutcome>>();
    for (int i = 0; i < WRITERS; i++) {
      var body =
          Bodies.members(
              "client_id", client.client().id().value(),
              "redirect_uris", List.of(REDIRECT + i),
              "client_name", "name " + i);
      puts.add(() -> registrar.update(access, new ClientUpdate.Replace(body)));
    }

    allAtOnce(puts);

    var json = observed.stored(client).metadata().toJson();
    var number = json.text("client_name").orElseThrow().substring("name ".length());
    assertThat(json.values()).containsEntry("redirect_uris", uris(REDIRECT + number));
  }

  @RepeatedTest(20)
  void anUpdateNeverBringsADeletedClientBack() throws Exception {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    var calls = new ArrayList<Callable<UpdateOutcome>>();
    for (int i = 0; i < WRITERS; i++) {
      var body = Bodies.members("client_name", "name " + i);
      calls.add(() -> registrar.update(access, new ClientUpdate.Merge(body)));
    }
    calls.add(
        WRITERS / 2,
        () -> {
          registrar.delete(access);
          return new Gone();
        });

    var outcomes = allAtOnce(calls);

    assertThat(outcomes).allMatch(o -> o instanceof Updated || o instanceof Gone);
    assertThat(observed.store().find(client.client().id())).isEmpty();
  }

  private static Json uris(String uri) {
    return Json.ofTexts(List.of(uri));
  }

  private static List<UpdateOutcome> allAtOnce(List<Callable<UpdateOutcome>> calls)
      throws Exception {
    var outcomes = new ArrayList<UpdateOutcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        outcomes.add(done.get());
      }
    }
    return outcomes;
  }
}
