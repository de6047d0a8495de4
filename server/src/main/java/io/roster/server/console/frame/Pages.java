package io.roster.server.console.frame;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All pages there are, and which of them an address leads to. */
record Pages(List<Page> all) {
  Pages {
    all = List.copyOf(all);
  }

  Optional<Page> find(String method, List<String> segments) {
    return all.stream()
        .filter(page -> page.method().equals(method) && page.leadsTo(segments))
        .findFirst();
  }

  /** Whether an address, with its query or without, is one to come back to. */
  boolean shows(String address) {
    int end = address.indexOf('?');
    try {
      var segments = segments(end < 0 ? address : address.substring(0, end));
      return find("GET", segments).isPresent();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The segments as they were meant: a client's identifier may be a URL, slashes and all. */
  static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (var segment : path.substring(1).split("/", -1)) {
      segments.add(
          segment.isEmpty()
              ? ""
              : String.valueOf(URI.create("/" + segment).getPath()).substring(1));
    }
    return segments;
  }
}
