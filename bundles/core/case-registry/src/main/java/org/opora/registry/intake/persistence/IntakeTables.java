package org.opora.registry.intake.persistence;

import java.util.List;
import org.opora.registry.intake.domain.Disposal;
import org.opora.registry.intake.domain.DisposalLine;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryCorrection;
import org.opora.registry.intake.domain.IntakeFigure;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.intake.domain.ReturnWords;
import org.opora.registry.intake.domain.ServiceRequest;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.shared.persistence.Tables;

/** The tables of first contacts, requests, inquiries and outreach. */
public final class IntakeTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Disposal.class,
              DisposalLine.class,
              FirstContact.class,
              Inquiry.class,
              InquiryCorrection.class,
              IntakeFigure.class,
              ReachEntry.class,
              ReturnFigure.class,
              ReturnWords.class,
              ServiceRequest.class,
              YearlyReturn.class),
          List.of("SERVICE_REQUEST.PERSON"),
          List.of(
              "SERVICE_REQUEST.FILE",
              "INQUIRY.FILE",
              "INQUIRY_CORRECTION.FOUNDED_FILE",
              "FIRST_CONTACT.FILE"));

  private IntakeTables() {}
}
