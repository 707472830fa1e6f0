package org.opora.registry.staff.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.StaffHere;
import org.opora.registry.staff.application.StaffChecks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose papers the list of duties looks after: of those who are here, as the staff room does. */
@Component
public final class StaffInPosts implements StaffHere {
  private final StaffChecks checks;

  @Activate
  public StaffInPosts(@Reference StaffChecks checks) {
    this.checks = checks;
  }

  @Override
  public List<Member> here(Viewer viewer, LocalDate day) {
    return checks.holders(viewer, day).stream()
        .map(one -> new Member(one.staff(), one.name(), one.since()))
        .toList();
  }
}
