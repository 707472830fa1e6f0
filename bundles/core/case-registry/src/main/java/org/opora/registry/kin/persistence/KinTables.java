package org.opora.registry.kin.persistence;

import java.util.List;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinRhythm;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.persistence.Tables;

/** The tables of relatives and households. */
public final class KinTables {
  public static final Tables ROOM =
      new Tables(
          List.of(KinTie.class, KinHousehold.class, KinMember.class, KinSex.class, KinRhythm.class),
          List.of(
              "KIN_TIE.FIRST_PERSON",
              "KIN_TIE.OTHER_PERSON",
              "KIN_HOUSEHOLD.OWNER",
              "KIN_MEMBER.PERSON",
              "KIN_SEX.PERSON"),
          List.of("KIN_TIE.FILE", "KIN_HOUSEHOLD.FILE"));

  private KinTables() {}
}
