package org.opora.registry.incidents.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.incidents.domain.SealedWords;

/** The words of an incident hang on the key of its case file. */
final class IncidentSeals {
  private static final String NOW = "INCIDENT.";
  private static final String FORMER = "INCIDENT_VERSION.";
  private static final String STEP = "INCIDENT_STEP.WHAT";
  private static final String TOLD = "INCIDENT_STEP.TOLD_NAME";
  private static final String WHY = "INCIDENT_VERSION.WHY";
  private final Keys keys;

  IncidentSeals(Keys keys) {
    this.keys = keys;
  }

  SealedWords now(CaseFileId file, UUID incident, Wording words) {
    return seal(file, NOW, incident, words);
  }

  Wording now(CaseFileId file, UUID incident, SealedWords words) {
    return open(file, NOW, incident, words);
  }

  SealedWords former(CaseFileId file, UUID version, Wording words) {
    return seal(file, FORMER, version, words);
  }

  Wording former(CaseFileId file, UUID version, SealedWords words) {
    return open(file, FORMER, version, words);
  }

  byte[] step(CaseFileId file, UUID step, String what) {
    return seal(file, STEP, step, what);
  }

  String step(CaseFileId file, UUID step, byte[] what) {
    return open(file, STEP, step, what);
  }

  byte[] told(CaseFileId file, UUID step, String name) {
    return seal(file, TOLD, step, name);
  }

  String told(CaseFileId file, UUID step, byte[] name) {
    return open(file, TOLD, step, name);
  }

  byte[] why(CaseFileId file, UUID version, String why) {
    return seal(file, WHY, version, why);
  }

  String why(CaseFileId file, UUID version, byte[] why) {
    return open(file, WHY, version, why);
  }

  private SealedWords seal(CaseFileId file, String table, UUID row, Wording words) {
    return new SealedWords(
        seal(file, table + "PLACE", row, words.place()),
        seal(file, table + "WHAT", row, words.what()),
        seal(file, table + "OTHERS", row, words.others()),
        seal(file, table + "MEASURES", row, words.measures()),
        seal(file, table + "ANSWER", row, words.answer()));
  }

  private Wording open(CaseFileId file, String table, UUID row, SealedWords words) {
    return new Wording(
        open(file, table + "PLACE", row, words.place()),
        open(file, table + "WHAT", row, words.what()),
        open(file, table + "OTHERS", row, words.others()),
        open(file, table + "MEASURES", row, words.measures()),
        open(file, table + "ANSWER", row, words.answer()));
  }

  private byte[] seal(CaseFileId file, String place, UUID row, String plain) {
    return keys.seal(Subject.of(file), place, row, plain);
  }

  private String open(CaseFileId file, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place, row, sealed);
  }
}
