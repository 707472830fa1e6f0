package org.opora.registry.staff.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Walls;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.staff.application.AbsencePlan;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.Competences;
import org.opora.registry.staff.application.Conflicts;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TimeSheets;
import org.opora.registry.staff.application.TrainingBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Doors to what is written down about staff. Those with {@link Staff#READ} open for a person's own
 * sheet and for whoever leads the staff; the use cases decide which.
 */
@Component
public final class StaffRoomRoutes implements RouteSet {
  private final PostForms posts;
  private final AbsenceForms absences;
  private final TrainingForms training;
  private final CheckForms checks;
  private final ConflictForms conflicts;
  private final TimePages times;
  private final StaffLists lists;
  private final StaffCardPage card;

  @Activate
  public StaffRoomRoutes(
      @Reference Staff staff,
      @Reference CaseFiles files,
      @Reference StaffPosts posts,
      @Reference Competences competences,
      @Reference Absences absences,
      @Reference AbsencePlan plan,
      @Reference TrainingBook training,
      @Reference StaffChecks checks,
      @Reference Conflicts conflicts,
      @Reference TimeSheets times,
      @Reference HandoverDesk handovers,
      @Reference Messages messages) {
    this.posts = new PostForms(staff, posts, competences, messages);
    this.absences = new AbsenceForms(staff, absences, plan, messages);
    this.training = new TrainingForms(staff, training, messages);
    this.checks = new CheckForms(staff, checks, messages);
    this.conflicts = new ConflictForms(staff, files, conflicts);
    this.times = new TimePages(staff, times);
    this.lists = new StaffLists(absences, checks, posts, training);
    this.card = new StaffCardPage(absences, checks, handovers);
  }

  static StaffId staff(Request request) {
    return new StaffId(request.id("staff"));
  }

  /** Whether a fraction is written with a comma. */
  static boolean comma(Request request) {
    return !"en".equals(request.locale().getLanguage());
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return Stream.of(sheet(), away()).flatMap(List::stream).toList();
  }

  private List<Route> sheet() {
    return List.of(
        form("/staff/{staff}/posts/new", Staff.WRITE, posts::blank),
        Route.post("/staff/{staff}/posts/new", Staff.WRITE, posts::add),
        form("/staff/{staff}/posts/{post}/edit", Staff.WRITE, posts::edit),
        Route.post("/staff/{staff}/posts/{post}/edit", Staff.WRITE, posts::amend),
        Route.post("/staff/{staff}/posts/{post}/remove", Staff.WRITE, posts::remove),
        form("/staff/{staff}/competences/new", Staff.WRITE, posts::blankCompetence),
        Route.post("/staff/{staff}/competences/new", Staff.WRITE, posts::give),
        Route.post(
            "/staff/{staff}/competences/{competence}/end", Staff.WRITE, posts::endCompetence),
        form("/staff/{staff}/training/new", Staff.READ, training::blank),
        Route.post("/staff/{staff}/training/new", Staff.READ, training::add),
        form("/staff/{staff}/training/{entry}/edit", Staff.READ, training::edit),
        Route.post("/staff/{staff}/training/{entry}/edit", Staff.READ, training::amend),
        Route.post("/staff/{staff}/training/{entry}/remove", Staff.READ, training::remove),
        form("/staff/{staff}/checks/new", Staff.WRITE, checks::blank),
        Route.post("/staff/{staff}/checks/new", Staff.WRITE, checks::add),
        form("/staff/{staff}/checks/{check}/edit", Staff.WRITE, checks::edit),
        Route.post("/staff/{staff}/checks/{check}/edit", Staff.WRITE, checks::amend),
        Route.post("/staff/{staff}/checks/{check}/remove", Staff.WRITE, checks::remove),
        form("/staff/{staff}/conflicts/new", Staff.READ, conflicts::blank),
        Route.post("/staff/{staff}/conflicts/new", Staff.READ, conflicts::declare),
        Route.page("/staff/conflicts", Staff.WRITE, conflicts::list),
        change("/staff/conflicts/{conflict}/wall", Walls.MANAGE, conflicts::wall),
        change("/staff/conflicts/{conflict}/end", Staff.WRITE, conflicts::end));
  }

  private List<Route> away() {
    return List.of(
        form("/staff/{staff}/absences/new", Staff.READ, absences::blank),
        Route.post("/staff/{staff}/absences/new", Staff.READ, absences::add),
        Route.page("/absences/{absence}", Staff.READ, absences::show),
        form("/absences/{absence}/edit", Staff.READ, absences::edit),
        Route.post("/absences/{absence}/edit", Staff.READ, absences::amend),
        change("/absences/{absence}/confirm", Staff.READ, absences::confirm),
        change("/absences/{absence}/back", Staff.READ, absences::back),
        Route.page("/staff/{staff}/time", Staff.READ, times::show),
        Route.page("/staff/{staff}/time/export", Staff.READ, times::export),
        form("/staff/time", Staff.WRITE, times::all),
        form("/staff/time/export", Staff.WRITE, times::exportAll),
        form("/staff/absences", Staff.WRITE, lists::absences),
        form("/staff/absences/export", Staff.WRITE, lists::exportAbsences),
        form("/staff/checks", Staff.WRITE, lists::checks),
        form("/staff/checks/export", Staff.WRITE, lists::exportChecks),
        form("/staff/training", Staff.WRITE, lists::training),
        form("/staff/training/export", Staff.WRITE, lists::exportTraining),
        Route.page("/staff/card", Staff.READ, card::show));
  }

  private static Route form(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  /** The use case records the change; families that the page shows again are a read besides. */
  private static Route change(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
