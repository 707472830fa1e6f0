package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.StaffId;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;

/**
 * A member of staff in the list.
 *
 * @param posts today's, or the last ones of somebody who left
 * @param present false when every post has ended
 * @param since first day in the centre; null when no post is written down, and for colleagues
 * @param until last day; null while they are here, and for colleagues
 * @param hundredths of a full time today; null without a share, and for colleagues
 */
public record StaffLine(
    StaffId id,
    String name,
    List<Post> posts,
    boolean present,
    LocalDate since,
    LocalDate until,
    Integer hundredths) {

  /**
   * @param wording null when the code says it
   * @param workplace or null
   * @param kind null for colleagues
   */
  public record Post(PostCode code, String wording, String workplace, EmploymentKind kind) {}
}
