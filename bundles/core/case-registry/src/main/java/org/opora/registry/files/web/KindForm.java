package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.NewFamily;
import org.opora.registry.files.application.Participant;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.PersonFields;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * Opens a file for somebody who is no foster family: one page for what is known on the first day.
 * Of somebody in need nobody has to be named.
 */
final class KindForm {
  private static final List<String> TWO = List.of("adult1", "adult2");
  private static final List<String> THREE = List.of("child1", "child2", "child3");
  private final FamilyIntake intake;
  private final Known known;

  KindForm(FamilyIntake intake, Known known) {
    this.intake = intake;
    this.known = known;
  }

  /** What kind of file? */
  Reply kinds(Request request) {
    return new Model().with("kinds", FileKind.values()).page("file-kinds");
  }

  Reply blank(Request request) {
    return page(request, kind(request), null, Map.of());
  }

  Reply open(Request request) {
    FileKind kind = kind(request);
    Form form = request.form();
    Participants participants = new Participants(known, request);
    NewFamily family = read(request.viewer(), kind, form, participants);
    return form.attempt(
        () -> {
          CaseFileId file = intake.open(request.viewer(), family);
          return Reply.to("/files/" + file, Words.of("family.opened"));
        },
        wrong -> page(request, kind, wrong, participants.questions()));
  }

  private static NewFamily read(
      Viewer viewer, FileKind kind, Form form, Participants participants) {
    String name = form.requiredLine("familyName");
    LocalDate openedOn = form.requiredDate("openedOn");
    List<Participant> adults = new ArrayList<>();
    for (String prefix : adults(kind)) {
      if (must(kind, prefix) || typed(form, prefix)) {
        adults.add(participants.carer(prefix, openedOn));
      }
    }
    List<Participant> children = new ArrayList<>();
    for (String prefix : children(kind)) {
      if (must(kind, prefix) || PersonFields.typed(form, prefix)) {
        children.add(participants.child(prefix, openedOn));
      }
    }
    StaffId keyWorker = FamilyForm.staff(form.id("keyWorker"));
    StaffId deputy = FamilyForm.staff(form.id("deputy"));
    FamilyForm.checkWorkers(viewer, form, keyWorker, deputy);
    return new NewFamily(
        new CaseFiles.NewFile(kind, form.line("number"), name, openedOn),
        adults,
        children,
        null,
        keyWorker,
        deputy);
  }

  /** A number alone is not dropped: it belongs to somebody with a name. */
  private static boolean typed(Form form, String prefix) {
    return PersonFields.typed(form, prefix) || !form.raw(prefix + "phone").isEmpty();
  }

  private static List<String> adults(FileKind kind) {
    return kind == FileKind.YOUNG_PERSON ? List.of() : TWO;
  }

  private static List<String> children(FileKind kind) {
    return kind == FileKind.YOUNG_PERSON ? THREE.subList(0, 1) : THREE;
  }

  /** Whether the file is about this person: there is none without them. */
  private static boolean must(FileKind kind, String prefix) {
    return switch (kind) {
      case IN_NEED -> false;
      case YOUNG_PERSON -> true;
      default -> prefix.equals(TWO.get(0));
    };
  }

  /** The foster family has a form of its own. */
  private static FileKind kind(Request request) {
    String asked = request.variable("kind");
    return Stream.of(FileKind.values())
        .filter(kind -> !kind.agreement() && kind.name().equals(asked))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Reply page(Request request, FileKind kind, Form form, Map<String, Question> questions) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("kind", kind)
        .with("role", kind.roles().get(0))
        .with("adults", adults(kind))
        .with("members", children(kind))
        .with("named", kind != FileKind.IN_NEED)
        .with("known", questions)
        .with("colleagues", FamilyForm.workers(intake, viewer))
        .with("me", viewer.reach(CaseFiles.WRITE) == Reach.OWN ? viewer.staff().toString() : null)
        .form("case-new", form);
  }
}
