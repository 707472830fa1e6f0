package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.application.Participant;
import org.opora.registry.files.application.YoungPeople;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Words;

/** Adults of a file without an agreement, and files that become something else. */
final class AdultForms {
  /** A young person has a file only on their own behalf, so none becomes one of that kind. */
  private static final FileKind[] TURNS =
      Stream.of(FileKind.values())
          .filter(kind -> kind != FileKind.YOUNG_PERSON)
          .toArray(FileKind[]::new);

  private final CaseFrame frame;
  private final CaseFiles files;
  private final FamilyIntake intake;
  private final KindDesk kinds;
  private final YoungPeople young;
  private final Known known;
  private final Messages messages;

  AdultForms(
      CaseFrame frame,
      CaseFiles files,
      FamilyIntake intake,
      KindDesk kinds,
      YoungPeople young,
      Known known,
      Messages messages) {
    this.frame = frame;
    this.files = files;
    this.intake = intake;
    this.kinds = kinds;
    this.young = young;
    this.known = known;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, Map.of());
  }

  Reply add(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    PartRole role = form.requiredChoice("role", PartRole.class);
    Participants participants = new Participants(known, request);
    Participant adult = participants.carer("", form.requiredDate("from"));
    return form.attempt(
        () -> {
          intake.join(request.viewer(), file, adult, role);
          return Reply.to("/files/" + file + "/people", Words.of("adult.added"));
        },
        wrong -> page(request, wrong, participants.questions()));
  }

  private Reply page(Request request, Form form, Map<String, Question> questions) {
    CaseFiles.Header header = frame.header(request);
    if (header.kind().agreement()) {
      throw new NotFound();
    }
    PartRole[] roles = header.kind().roles().toArray(PartRole[]::new);
    return frame
        .model(request, header, null)
        .with("known", questions.get(""))
        .with("roles", Choice.of(messages, request.locale(), "role", roles))
        .form("adult-new", form);
  }

  Reply askKind(Request request) {
    return kindPage(request, null);
  }

  Reply turn(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    FileKind kind = form.requiredChoice("kind", FileKind.class);
    LocalDate from = form.requiredDate("from");
    return form.attempt(
        () -> {
          kinds.turn(request.viewer(), file, form.version(), kind, from);
          return Reply.to("/files/" + file, Words.of("kind.saved"));
        },
        wrong -> kindPage(request, wrong));
  }

  private Reply kindPage(Request request, Form form) {
    CaseFiles.Cover cover = files.cover(request.viewer(), CaseFrame.file(request));
    frame.shows(request, cover.header());
    return frame
        .model(request, cover.header(), null)
        .with("cover", cover)
        .with("kinds", Choice.of(messages, request.locale(), "file-kind", TURNS))
        .form("kind-turn", form);
  }

  Reply askOwnFile(Request request) {
    return ownFilePage(request, null);
  }

  Reply openOwnFile(Request request) {
    Form form = request.form();
    LocalDate from = form.requiredDate("from");
    if (form.valid()) {
      try {
        CaseFileId own =
            young.goOn(request.viewer(), CaseFrame.file(request), person(request), from);
        return Reply.to("/files/" + own, Words.of("family.opened"));
      } catch (Refused refused) {
        // Nothing else is asked, so that whatever stands in the way is told beside the day.
        form.error("from", refused.text());
      }
    }
    return ownFilePage(request, form);
  }

  private Reply ownFilePage(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("young", young.child(request.viewer(), header.id(), person(request)))
        .form("own-file", form);
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }
}
