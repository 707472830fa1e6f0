package org.opora.registry.complaints.persistence;

import java.util.List;
import org.opora.registry.complaints.domain.ComplainedAbout;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.ComplaintTerm;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.complaints.domain.FormerComplaint;
import org.opora.registry.shared.persistence.Tables;

/** The tables of complaints. */
public final class ComplaintTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Complaint.class,
              ComplainedAbout.class,
              FormerComplaint.class,
              ComplaintTerm.class,
              DataRequest.class),
          List.of("DATA_REQUEST.PERSON"),
          List.of());

  private ComplaintTables() {}
}
