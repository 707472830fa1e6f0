package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.Set;
import org.opora.api.ids.StaffId;
import org.opora.registry.complaints.domain.How;

/**
 * A complaint as it is written down.
 *
 * @param anonymous nobody knows who complains
 * @param complainant who complains and where they can be answered; not read when it is anonymous
 * @param about colleagues whom it is about; empty when it is about none of them
 * @param handler who looks into it; never one of those it is about
 */
public record NewComplaint(
    LocalDate receivedOn,
    How how,
    boolean anonymous,
    String complainant,
    String matter,
    Set<StaffId> about,
    StaffId handler) {
  public NewComplaint {
    about = Set.copyOf(about);
  }
}
