package org.opora.registry.care.persistence;

import java.util.List;
import org.opora.registry.care.domain.PaperPrint;
import org.opora.registry.care.domain.PaperScan;
import org.opora.registry.care.domain.PaperSignature;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitChild;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.care.domain.VisitPrint;
import org.opora.registry.care.domain.VisitScan;
import org.opora.registry.care.domain.VisitSignature;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.domain.VisitVersionChild;
import org.opora.registry.care.domain.VisitVersionPerson;
import org.opora.registry.shared.persistence.Tables;

/** The tables of visits. */
public final class CareTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Visit.class,
              VisitPerson.class,
              VisitChild.class,
              VisitVersion.class,
              VisitVersionPerson.class,
              VisitVersionChild.class,
              PaperPrint.class,
              PaperSignature.class,
              PaperScan.class,
              VisitPrint.class,
              VisitSignature.class,
              VisitScan.class),
          List.of(
              "VISIT_PERSON.PERSON",
              "VISIT_CHILD.CHILD",
              "VISIT_VERSION_PERSON.PERSON",
              "VISIT_VERSION_CHILD.CHILD",
              "VISIT_SIGNATURE.PERSON"),
          List.of("VISIT.FILE", "VISIT_CHILD.CHILD_FILE", "VISIT_VERSION_CHILD.CHILD_FILE"));

  private CareTables() {}
}
