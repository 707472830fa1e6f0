package org.opora.registry.kin.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.persistence.Keys;
import org.opora.registry.kin.domain.Doubt;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinTie;

/** The words of this room hang on the key of the person they were first written about. */
final class KinSeals {
  private static final String WORDS = "KIN_TIE.WORDS";
  private static final String NOTE = "KIN_TIE.NOTE";
  private static final String DESPITE = "KIN_TIE.DESPITE";
  private static final String TIE_STRUCK = "KIN_TIE.STRUCK_REASON";
  private static final String NAME = "KIN_HOUSEHOLD.NAME";
  private static final String MEMBER_STRUCK = "KIN_MEMBER.STRUCK_REASON";
  private final Keys keys;

  KinSeals(Keys keys) {
    this.keys = keys;
  }

  void write(KinTie row, Terms terms) {
    row.says(
        terms.days(),
        seal(row.first(), WORDS, row.id(), terms.words()),
        seal(row.first(), NOTE, row.id(), terms.note()));
  }

  /**
   * @param doubt what makes it look wrong; null for nothing, or when that is not known any more
   * @param because null when it rests on no reason
   */
  void rests(KinTie row, Doubt doubt, Because because) {
    row.despite(
        doubt,
        because == null ? null : because.reason(),
        because == null ? null : seal(row.first(), DESPITE, row.id(), because.words()));
  }

  String words(KinTie row) {
    return open(row.first(), WORDS, row.id(), row.words());
  }

  String note(KinTie row) {
    return open(row.first(), NOTE, row.id(), row.note());
  }

  /** Null when it rests on no reason. */
  Because because(KinTie row) {
    return Because.typed(row.reason(), open(row.first(), DESPITE, row.id(), row.despite()));
  }

  byte[] struck(KinTie row, String reason) {
    return seal(row.first(), TIE_STRUCK, row.id(), reason);
  }

  String struck(KinTie row) {
    return open(row.first(), TIE_STRUCK, row.id(), row.struck().reason());
  }

  void write(KinHousehold row, String name) {
    row.called(seal(row.owner(), NAME, row.id(), name));
  }

  String name(KinHousehold row) {
    return open(row.owner(), NAME, row.id(), row.name());
  }

  byte[] struck(KinMember row, String reason) {
    return seal(row.person(), MEMBER_STRUCK, row.id(), reason);
  }

  String struck(KinMember row) {
    return open(row.person(), MEMBER_STRUCK, row.id(), row.struck().reason());
  }

  private byte[] seal(PersonId owner, String place, UUID row, String plain) {
    return keys.seal(Subject.of(owner), place, row, plain);
  }

  private String open(PersonId owner, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(owner), place, row, sealed);
  }
}
