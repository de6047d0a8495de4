package io.roster.spring.endpoint;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * How people get to the login page, and back to their authorization request afterwards. A bean of
 * this type replaces the usual way, which keeps the request in a session.
 */
public record SignIn(AuthenticationEntryPoint page, RequestCache requests) {}
