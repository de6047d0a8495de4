package io.roster.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.spring.config.RosterLoginAutoConfiguration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

class ServerConfigurationTest {
  @Test
  void nothingOfTheStarterIsLeftOut() {
    var listed =
        Stream.of(ServerConfiguration.class.getAnnotation(ImportAutoConfiguration.class).value())
            .flatMap(Arrays::stream)
            .map(Class::getName)
            .toList();

    var ofTheStarter =
        ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
            .getCandidates()
            .stream()
            .filter(name -> name.startsWith("io.roster."))
            // Only for applications without a login page of their own.
            .filter(name -> !name.equals(RosterLoginAutoConfiguration.class.getName()));

    assertThat(listed).containsAll(ofTheStarter.toList());
  }
}
