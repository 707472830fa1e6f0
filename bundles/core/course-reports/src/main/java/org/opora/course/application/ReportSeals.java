package org.opora.course.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.ReportPart;

/** The words of reports, each with the key of the file, or of the child whose part it is. */
record ReportSeals(Keys keys) {
  private static final String ASKED_BY = "CARE_REPORT.ASKED_BY_S";
  private static final String LATE = "CARE_REPORT.LATE_WHY_S";
  private static final String BACK = "CARE_REPORT.BACK_WHY_S";
  private static final String WITHDRAWN = "CARE_REPORT.WITHDRAWN_WHY_S";
  private static final String CHILD = "REPORT_PART.NAME_S";
  private static final String DRAFT = "REPORT_SECTION.DRAFT_S";
  private static final String WORDS = "REPORT_SECTION.WORDS_S";
  private static final String CARER = "CARER_STATEMENT.NAME_S";
  private static final String SAID = "CARER_STATEMENT.WORDS_S";
  private static final String TO = "REPORT_RECIPIENT.NAME_S";

  byte[] askedBy(CaseFileId file, UUID report, String name) {
    return keys.seal(Subject.of(file), ASKED_BY, report, name);
  }

  String askedBy(CareReport row) {
    return keys.open(Subject.of(row.file()), ASKED_BY, row.id(), row.askedBy());
  }

  byte[] late(CareReport row, String why) {
    return keys.seal(Subject.of(row.file()), LATE, row.id(), why);
  }

  String late(CareReport row) {
    return keys.open(Subject.of(row.file()), LATE, row.id(), row.lateWhy());
  }

  byte[] back(CareReport row, String why) {
    return keys.seal(Subject.of(row.file()), BACK, row.id(), why);
  }

  String back(CareReport row) {
    return keys.open(Subject.of(row.file()), BACK, row.id(), row.backWhy());
  }

  byte[] withdrawn(CareReport row, String why) {
    return keys.seal(Subject.of(row.file()), WITHDRAWN, row.id(), why);
  }

  String withdrawn(CareReport row) {
    return keys.open(Subject.of(row.file()), WITHDRAWN, row.id(), row.withdrawnWhy());
  }

  byte[] child(Subject owner, UUID part, String name) {
    return keys.seal(owner, CHILD, part, name);
  }

  String child(CaseFileId file, ReportPart part) {
    return keys.open(part.owner(file), CHILD, part.id(), part.name());
  }

  byte[] draft(Subject owner, UUID section, String words) {
    return sealed(owner, DRAFT, section, words);
  }

  String draft(Subject owner, PartSection section) {
    return opened(owner, DRAFT, section.id(), section.draft());
  }

  byte[] words(Subject owner, UUID section, String words) {
    return sealed(owner, WORDS, section, words);
  }

  String words(Subject owner, PartSection section) {
    return opened(owner, WORDS, section.id(), section.words());
  }

  byte[] carer(CaseFileId file, UUID statement, String name) {
    return keys.seal(Subject.of(file), CARER, statement, name);
  }

  String carer(CaseFileId file, CarerStatement statement) {
    return keys.open(Subject.of(file), CARER, statement.id(), statement.name());
  }

  byte[] said(Subject owner, UUID statement, String words) {
    return sealed(owner, SAID, statement, words);
  }

  String said(Subject owner, CarerStatement statement) {
    return opened(owner, SAID, statement.id(), statement.words());
  }

  byte[] to(CaseFileId file, UUID recipient, String name) {
    return keys.seal(Subject.of(file), TO, recipient, name);
  }

  String to(CaseFileId file, Recipient recipient) {
    return keys.open(Subject.of(file), TO, recipient.id(), recipient.name());
  }

  private byte[] sealed(Subject owner, String place, UUID row, String words) {
    return words == null
        ? null
        : keys.sealBytes(owner, place, row, words.getBytes(StandardCharsets.UTF_8));
  }

  private String opened(Subject owner, String place, UUID row, byte[] sealed) {
    return sealed == null
        ? null
        : new String(keys.openBytes(owner, place, row, sealed), StandardCharsets.UTF_8);
  }
}
