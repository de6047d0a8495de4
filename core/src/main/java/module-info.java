/** The registry itself: metadata, policies, credentials and the store's contract. No I/O. */
@org.jspecify.annotations.NullMarked
module io.roster.core {
  requires static transitive org.jspecify;

  exports io.roster.core;
  exports io.roster.core.access;
  exports io.roster.core.audit;
  exports io.roster.core.cimd;
  exports io.roster.core.client;
  exports io.roster.core.consent;
  exports io.roster.core.credential;
  exports io.roster.core.event;
  exports io.roster.core.grant;
  exports io.roster.core.initial;
  exports io.roster.core.json;
  exports io.roster.core.key;
  exports io.roster.core.lifecycle;
  exports io.roster.core.metadata;
  exports io.roster.core.policy;
  exports io.roster.core.policy.name;
  exports io.roster.core.profile;
  exports io.roster.core.registration;
  exports io.roster.core.review;
  exports io.roster.core.settings;
  exports io.roster.core.statement;
  exports io.roster.core.store;
  exports io.roster.core.uri;

  uses io.roster.core.policy.RegistrationPolicy;
}
