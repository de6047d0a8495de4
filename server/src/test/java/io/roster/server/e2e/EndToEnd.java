package io.roster.server.e2e;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands all tests the same Roster with the same user, and shows the logs when one fails. */
public final class EndToEnd implements ParameterResolver, AfterTestExecutionCallback {
  public static final String USER = "alice";
  public static final String PASSWORD = "correct horse battery staple";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningRoster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(EndToEnd.class))
        .computeIfAbsent(RunningRoster.class, key -> withUser(), RunningRoster.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.err.println(RunningProcess.logsOfTheLiving());
    }
  }

  public static RunningRoster withUser() {
    var roster = RunningRoster.start();
    roster.addUser(USER, PASSWORD);
    return roster;
  }
}
