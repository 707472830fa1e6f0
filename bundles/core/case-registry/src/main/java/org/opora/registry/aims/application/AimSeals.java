package org.opora.registry.aims.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimChild;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.domain.AimTexts;
import org.opora.registry.aims.domain.AimVersion;

/**
 * The words of an agreed aim hang on the key of its file; why it is best for a child hangs on the
 * key of the child's own sub-file.
 */
final class AimSeals {
  private static final String NOW = "AGREED_AIM.AIM";
  private static final String BEFORE = "AIM_VERSION.WORDS";
  private static final String WORDS = "AIM_REVIEW.WORDS";
  private static final String GOAL = "AIM_GOAL.WORDS";
  private static final String MEASURE = "AIM_GOAL.MEASURE";
  private static final String STEP = "AIM_STEP.WORDS";
  private static final String WHY_BEST = "AIM_CHILD.WHY_BEST";
  private final Keys keys;

  AimSeals(Keys keys) {
    this.keys = keys;
  }

  /** What an aim says as a whole, unsealed. */
  record Texts(String aim, String plan, String disagreed, String adultView) {}

  AimTexts seal(CaseFileId file, UUID aim, Texts plain) {
    return seal(file, NOW, "AGREED_AIM", aim, plain);
  }

  AimTexts sealFormer(CaseFileId file, UUID version, Texts plain) {
    return seal(file, BEFORE, "AIM_VERSION", version, plain);
  }

  private AimTexts seal(CaseFileId file, String place, String table, UUID row, Texts plain) {
    return new AimTexts(
        seal(file, place, row, plain.aim()),
        seal(file, table + ".PLAN", row, plain.plan()),
        seal(file, table + ".DISAGREED", row, plain.disagreed()),
        seal(file, table + ".ADULT_VIEW", row, plain.adultView()));
  }

  Texts open(AgreedAim row) {
    return open(row.file(), NOW, "AGREED_AIM", row.id(), row.texts());
  }

  Texts open(CaseFileId file, AimVersion row) {
    return open(file, BEFORE, "AIM_VERSION", row.id(), row.texts());
  }

  private Texts open(CaseFileId file, String place, String table, UUID row, AimTexts sealed) {
    return new Texts(
        open(file, place, row, sealed.aim()),
        open(file, table + ".PLAN", row, sealed.plan()),
        open(file, table + ".DISAGREED", row, sealed.disagreed()),
        open(file, table + ".ADULT_VIEW", row, sealed.adultView()));
  }

  byte[] words(CaseFileId file, UUID review, String plain) {
    return seal(file, WORDS, review, plain);
  }

  String openWords(CaseFileId file, UUID review, byte[] sealed) {
    return open(file, WORDS, review, sealed);
  }

  byte[] goal(CaseFileId file, UUID goal, String plain) {
    return seal(file, GOAL, goal, plain);
  }

  byte[] measure(CaseFileId file, UUID goal, String plain) {
    return seal(file, MEASURE, goal, plain);
  }

  String words(CaseFileId file, AimGoal goal) {
    return open(file, GOAL, goal.id(), goal.words());
  }

  String measure(CaseFileId file, AimGoal goal) {
    return open(file, MEASURE, goal.id(), goal.measure());
  }

  byte[] step(CaseFileId file, UUID step, String plain) {
    return seal(file, STEP, step, plain);
  }

  String words(CaseFileId file, AimStep step) {
    return open(file, STEP, step.id(), step.words());
  }

  byte[] whyBest(Subject childFile, UUID row, String plain) {
    return keys.seal(childFile, WHY_BEST, row, plain);
  }

  String whyBest(AimChild row) {
    return keys.open(Subject.of(row.childFile()), WHY_BEST, row.id(), row.whyBest());
  }

  private byte[] seal(CaseFileId file, String place, UUID row, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), place, row, plain);
  }

  private String open(CaseFileId file, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), place, row, sealed);
  }
}
