package org.opora.registry.staff.web;

import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.web.Model;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.Competences;
import org.opora.registry.staff.application.Conflicts;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TrainingBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything on the sheet of a member of staff. */
@Component(service = StaffSheet.class)
public final class StaffSheet {
  private final StaffPosts posts;
  private final Competences competences;
  private final Absences absences;
  private final TrainingBook training;
  private final StaffChecks checks;
  private final Conflicts conflicts;

  @Activate
  public StaffSheet(
      @Reference StaffPosts posts,
      @Reference Competences competences,
      @Reference Absences absences,
      @Reference TrainingBook training,
      @Reference StaffChecks checks,
      @Reference Conflicts conflicts) {
    this.posts = posts;
    this.competences = competences;
    this.absences = absences;
    this.training = training;
    this.checks = checks;
    this.conflicts = conflicts;
  }

  StaffPosts posts() {
    return posts;
  }

  /** What colleagues see, and the rest for whoever may open the sheet. */
  void into(Model model, Viewer viewer, StaffId staff, int year) {
    boolean opens = posts.opens(viewer, staff);
    model.with("line", posts.line(viewer, staff)).with("opens", opens);
    if (opens) {
      model
          .with("posts", posts.of(viewer, staff))
          .with("competences", competences.of(viewer, staff))
          .with("absences", absences.of(viewer, staff))
          .with("year", training.year(viewer, staff, year))
          .with("first", training.firstYear(viewer, staff))
          .with("checks", checks.of(viewer, staff))
          .with("conflicts", conflicts.of(viewer, staff));
    }
  }
}
