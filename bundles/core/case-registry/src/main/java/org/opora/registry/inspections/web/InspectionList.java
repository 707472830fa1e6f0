package org.opora.registry.inspections.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.Request;
import org.opora.registry.inspections.domain.Deed;

/**
 * What the address of the list asks for.
 *
 * @param show {@code ALL}, {@code OUT} for loans that have not come back, or a {@link Deed}
 * @param file key of a case file, or null
 */
record InspectionList(String show, CaseFileId file) {
  private static final String ALL = "ALL";
  private static final String OUT = "OUT";

  static InspectionList of(Request request) {
    return new InspectionList(
        request
            .query("show")
            .map(code -> code.toUpperCase(Locale.ROOT))
            .filter(code -> OUT.equals(code) || deeds().anyMatch(deed -> deed.equals(code)))
            .orElse(ALL),
        request.query("file").flatMap(InspectionList::key).orElse(null));
  }

  private static Optional<CaseFileId> key(String asked) {
    try {
      return Optional.of(new CaseFileId(UUID.fromString(asked)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Stream<String> deeds() {
    return Stream.of(Deed.values()).map(Deed::name);
  }

  Deed deed() {
    return ALL.equals(show) || OUT.equals(show) ? null : Deed.valueOf(show);
  }

  boolean lentOut() {
    return OUT.equals(show);
  }

  boolean everything() {
    return ALL.equals(show) && file == null;
  }

  /** The part of the address behind the question mark. */
  String query() {
    return "show=" + show + (file == null ? "" : "&file=" + file);
  }
}
