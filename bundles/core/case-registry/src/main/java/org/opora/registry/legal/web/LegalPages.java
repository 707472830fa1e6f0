package org.opora.registry.legal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Dates;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.legal.application.LegalDesk;
import org.opora.registry.legal.application.Position;
import org.opora.registry.shared.web.Model;

/** The legal position of a child on a day, and what it is read from. */
final class LegalPages {
  private final CaseFrame frame;
  private final People people;
  private final LegalDesk desk;

  LegalPages(CaseFrame frame, People people, LegalDesk desk) {
    this.frame = frame;
    this.people = people;
    this.desk = desk;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    PersonView person = people.view(viewer, child(request));
    LocalDate day = day(request, viewer.today());
    Position position = desk.position(viewer, person.id(), day);
    List<LegalPosition.Answer> answers = desk.answers(viewer, person.id(), day);
    shows(request, person.id(), answers, position);
    return new Model()
        .with("person", person)
        .with("child", person.id())
        .with("day", day)
        .with("answers", answers)
        .with("whole", true)
        .with("writes", !desk.writable(viewer, List.of(person.id())).isEmpty())
        .with("position", position)
        .page("legal");
  }

  /** The part of the child's page. */
  Reply today(Request request) {
    Viewer viewer = request.viewer();
    PersonId child = child(request);
    List<LegalPosition.Answer> answers = desk.answers(viewer, child, viewer.today());
    shows(request, child, answers, new Position(List.of(), List.of()));
    return new Model()
        .with("child", child)
        .with("day", viewer.today())
        .with("answers", answers)
        .with("whole", !desk.readable(viewer, List.of(child)).isEmpty())
        .page("legal-part");
  }

  /** Every child that lives in the family now and that the viewer may know of. */
  Reply ofFile(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    List<PersonId> living = header.children().stream().map(CaseFiles.Child::person).toList();
    Map<PersonId, List<LegalPosition.Answer>> answers =
        desk.answers(viewer, living, viewer.today());
    Set<PersonId> readable = desk.readable(viewer, living);
    List<Child> children =
        header.children().stream()
            .filter(child -> answers.containsKey(child.person()))
            .map(
                child ->
                    new Child(
                        child.person(),
                        child.name(),
                        answers.get(child.person()),
                        readable.contains(child.person())))
            .toList();
    children.forEach(
        child ->
            shows(request, child.person(), child.answers(), new Position(List.of(), List.of())));
    return new Model()
        .with("file", header)
        .with("day", viewer.today())
        .with("wards", children)
        .page("legal-file");
  }

  private static void shows(
      Request request, PersonId child, List<LegalPosition.Answer> answers, Position position) {
    Stream<PersonId> signers =
        answers.stream().flatMap(one -> one.signers().stream()).map(LegalPosition.Signer::person);
    Stream<PersonId> named =
        Stream.concat(
            position.representatives().stream().map(Position.Standing::link),
            position.decisions().stream()
                .flatMap(one -> one.named().stream())
                .map(Position.Named::link));
    request.shows(
        Stream.of(Stream.of(child), signers, named)
            .flatMap(ids -> ids)
            .filter(Objects::nonNull)
            .distinct()
            .map(Subject::of)
            .toList());
  }

  static PersonId child(Request request) {
    return new PersonId(request.id("person"));
  }

  /** The day that the address asks for; today when it asks for none that there is. */
  private static LocalDate day(Request request, LocalDate today) {
    try {
      return request.query("day").filter(raw -> !raw.isBlank()).map(Dates::parse).orElse(today);
    } catch (DateTimeException none) {
      return today;
    }
  }

  /**
   * A child of the family with its answers.
   *
   * @param whole whether the viewer may also read what they rest on
   */
  public record Child(
      PersonId person, PersonName name, List<LegalPosition.Answer> answers, boolean whole) {}
}
