package org.opora.registry.staff.contributions;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts, papers and courses of the staff, and a holiday ahead. */
@Component
public final class DemoStaff implements DemoChapter {
  private static final int FULL = 100;
  private static final int HALF = 50;
  private final StaffPosts posts;
  private final StaffChecks checks;
  private final TrainingBook training;
  private final Absences absences;

  @Activate
  public DemoStaff(
      @Reference StaffPosts posts,
      @Reference StaffChecks checks,
      @Reference TrainingBook training,
      @Reference Absences absences) {
    this.posts = posts;
    this.checks = checks;
    this.training = training;
    this.absences = absences;
  }

  @Override
  public String id() {
    return "staff";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate today = cast.today();
    post(cast.director(), cast.director(), PostCode.DIRECTOR, today.minusYears(7), FULL);
    for (int number = 0; number < cast.workers().size(); number++) {
      Viewer worker = cast.workers().get(number);
      LocalDate since = today.minusYears(1L + number).minusDays(40);
      post(cast.director(), worker, PostCode.KEY_WORKER, since, number == 2 ? HALF : FULL);
      // The paper of the last one runs out soon.
      LocalDate until = today.plusDays(20 + 300L * (cast.workers().size() - 1 - number));
      check(cast, worker, CheckKind.CRIMINAL_RECORD, since.minusDays(10), null);
      // Good for three years, so that no paper is of a day to come.
      check(cast, worker, CheckKind.FIRST_AID, until.minusYears(3), until);
      LocalDate lately = today.minusDays(15L + 20L * number);
      course(worker, TrainingKind.TRAINING, lately, "Práce s traumatem u dětí", 8);
      course(worker, TrainingKind.TRAINING, lately.minusDays(60), "Vztahová vazba v praxi", 6);
      course(worker, TrainingKind.SUPERVISION, lately.minusDays(5), "Skupinová supervize", 3);
    }
    if (cast.workers().size() > 1) {
      absences.record(
          cast.director(),
          cast.workers().get(0).staff(),
          new NewAbsence(
              AbsenceKind.HOLIDAY,
              today.plusDays(9),
              today.plusDays(16),
              cast.workers().get(1).staff()));
    }
  }

  private void post(Viewer director, Viewer of, PostCode code, LocalDate since, int share) {
    posts.add(
        director,
        of.staff(),
        new NewPost(
            code,
            null,
            EmploymentKind.EMPLOYMENT,
            "Příkladov",
            since,
            null,
            null,
            code == PostCode.KEY_WORKER,
            share,
            null));
  }

  private void check(DemoCast cast, Viewer of, CheckKind kind, LocalDate issued, LocalDate until) {
    checks.add(cast.director(), of.staff(), new NewCheck(kind, issued, until, null));
  }

  private void course(Viewer worker, TrainingKind kind, LocalDate on, String topic, int hours) {
    training.add(
        worker,
        worker.staff(),
        new NewTraining(kind, on, topic, hours * 60, "Vzdělávací centrum", null));
  }
}
