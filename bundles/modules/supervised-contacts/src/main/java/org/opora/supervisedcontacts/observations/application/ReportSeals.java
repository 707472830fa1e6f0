package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportText;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.shared.application.SealedTexts;

/** The words of reports: all under the key of the child's sub-file. */
record ReportSeals(SealedTexts sealed) {
  static final String RETURNED = "OBSERVATION_REPORT.RETURNED_S";
  static final String WITHDRAWN = "OBSERVATION_REPORT.WITHDRAWN_S";
  static final String REASON = "REPORT_VERSION.REASON_S";
  static final String NAME = "REPORT_COPY.NAME_S";
  static final String MORE = "REPORT_COPY.MORE_S";
  private static final String WORDS = "REPORT_TEXT.WORDS_S";

  byte[] seal(ObservationReport report, String place, UUID row, String plain) {
    return sealed.seal(report.childFile(), place, row, plain);
  }

  String open(ObservationReport report, String place, UUID row, byte[] words) {
    return sealed.open(report.childFile(), place, row, words);
  }

  /** What a version says; a part in which nothing stands is missing. */
  Map<Section, String> words(EntityManager em, ObservationReport report, ReportVersion version) {
    Map<Section, String> words = new EnumMap<>(Section.class);
    for (ReportText text : new ReportQueries(em).texts(List.of(version.id()))) {
      String plain = open(report, WORDS, text.id(), text.words());
      if (plain != null) {
        words.put(text.section(), plain);
      }
    }
    return Collections.unmodifiableMap(words);
  }

  /** Writes what a version says, in the place of what it said. */
  void write(
      EntityManager em,
      ObservationReport report,
      ReportVersion version,
      Map<Section, String> words) {
    Map<Section, ReportText> known =
        new ReportQueries(em)
            .texts(List.of(version.id())).stream()
                .collect(Collectors.toMap(ReportText::section, text -> text));
    for (Section section : Section.values()) {
      ReportText text = known.get(section);
      String plain = words.get(section);
      if (text == null && plain != null) {
        text = new ReportText(version, section);
        em.persist(text);
      }
      if (text != null) {
        text.says(seal(report, WORDS, text.id(), plain));
      }
    }
  }
}
