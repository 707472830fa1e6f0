package org.opora.registry.post.web;

import java.util.Optional;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Text;
import org.opora.api.web.Request;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.shared.web.Words;

/**
 * What the address of the list asks for: keys and codes only.
 *
 * @param way {@code all}, {@code in} or {@code out}
 * @param show {@code all}, {@code waiting} or {@code mine}
 * @param file key of a case file, or null
 */
record PostList(String way, String show, CaseFileId file) {
  private static final String ALL = "all";
  private static final String MINE = "mine";

  static PostList of(Request request) {
    return new PostList(
        among(request.query("way"), "in", "out"),
        among(request.query("show"), "waiting", MINE),
        request.query("file").flatMap(PostList::key).map(CaseFileId::new).orElse(null));
  }

  private static String among(Optional<String> asked, String one, String other) {
    return asked.filter(code -> code.equals(one) || code.equals(other)).orElse(ALL);
  }

  static Optional<UUID> key(String asked) {
    try {
      return Optional.of(UUID.fromString(asked));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  PostFilter filter(Request request) {
    Direction direction =
        switch (way) {
          case "in" -> Direction.INCOMING;
          case "out" -> Direction.OUTGOING;
          default -> null;
        };
    return new PostFilter(
        direction, !ALL.equals(show), MINE.equals(show) ? request.viewer().staff() : null, file);
  }

  /** The same in words; of one file it says that it is one. */
  Text[] chosen() {
    Text way = Words.of("post.way." + this.way);
    Text show = Words.of("post.show." + this.show);
    return file == null
        ? new Text[] {way, show}
        : new Text[] {way, show, Words.of("export.one-file")};
  }

  /** Whether nothing is left out. */
  boolean everything() {
    return ALL.equals(way) && ALL.equals(show) && file == null;
  }

  /** The part of the address behind the question mark. */
  String query() {
    return "way=" + way + "&show=" + show + (file == null ? "" : "&file=" + file);
  }
}
