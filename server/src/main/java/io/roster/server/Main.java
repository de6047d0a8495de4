package io.roster.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
public class Main {
  public static void main(String[] args) {
    var ctx = SpringApplication.run(Main.class, args);
    if (Boolean.getBoolean("train")) ctx.close();
  }
}
