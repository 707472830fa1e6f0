package org.opora.registry.intake.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.registry.intake.domain.InquiryState;

/**
 * An inquiry as the viewer sees it. In a list nobody opens what was said: {@code note} and {@code
 * others} are empty there.
 *
 * @param version what its forms carry
 * @param name null when it has been anonymised or has a file, as {@code phone} is
 * @param note what they said, or null
 * @param stateOn since when; for a refusal the day on which the family was told
 * @param waitingSince null when it never was on the waiting list
 * @param place on the waiting list; null when it is not there
 * @param ground reason of a refusal, or null, as its code is
 * @param others bodies that were offered; empty when none, or when it has been anonymised
 * @param othersOffered how many; null unless it was refused
 * @param placesThen places of the centre on the day of the refusal, or null
 * @param usedThen how many of them were taken, or null
 * @param file of the family; null until it is accepted
 * @param contact the first contact it came from, or null
 */
public record InquiryLine(
    UUID id,
    long version,
    LocalDate askedOn,
    String name,
    String phone,
    String note,
    InquiryState state,
    LocalDate stateOn,
    LocalDate waitingSince,
    Integer place,
    Text ground,
    String groundCode,
    List<String> others,
    Integer othersOffered,
    Integer placesThen,
    Integer usedThen,
    CaseFileId file,
    UUID contact,
    StaffId doer,
    String doerName,
    String recordedBy,
    LocalDate anonymisedOn) {
  public boolean open() {
    return state.open();
  }
}
