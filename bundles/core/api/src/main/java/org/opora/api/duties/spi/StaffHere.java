package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever knows the posts of the house says whose papers are looked after. */
@ConsumerType
public interface StaffHere {
  /** Those who are here on the day and of whom the viewer may see the papers. */
  List<Member> here(Viewer viewer, LocalDate day);

  /**
   * @param since first day of a post that they have; null where no post is written down
   */
  record Member(StaffId staff, String name, LocalDate since) {}
}
