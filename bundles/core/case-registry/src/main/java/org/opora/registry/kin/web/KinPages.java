package org.opora.registry.kin.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.Dates;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Relatives and households of a person, and of the people of a file. */
final class KinPages {
  private final People people;
  private final KinDesk kin;
  private final HouseholdDesk households;
  private final CaseFrame frame;

  KinPages(People people, KinDesk kin, HouseholdDesk households, CaseFrame frame) {
    this.people = people;
    this.kin = kin;
    this.households = households;
    this.frame = frame;
  }

  static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }

  /** The person of the path, counted as shown. */
  static PersonView view(People people, Request request) {
    PersonView person = people.view(request.viewer(), person(request));
    request.shows(Subject.of(person.id()));
    return person;
  }

  /** What the page of the person says in short. */
  Reply tile(Request request) {
    Viewer viewer = request.viewer();
    PersonId person = person(request);
    List<Relative> relatives =
        kin.of(viewer, person).stream().filter(one -> one.struck() == null && !one.past()).toList();
    List<Home> homes =
        households.of(viewer, person).stream().filter(home -> home.on(viewer.today())).toList();
    shows(request, relatives, homes);
    request.shows(Subject.of(person));
    return new Model()
        .with("person", person)
        .with("relatives", relatives)
        .with("homes", homes)
        .page("kin-tile");
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    PersonView person = view(people, request);
    List<Relative> relatives = kin.of(viewer, person.id());
    List<Home> homes = households.of(viewer, person.id());
    shows(request, relatives, homes);
    LocalDate on = on(request);
    return new Model()
        .with("person", person)
        .with("relatives", relatives.stream().filter(one -> one.struck() == null).toList())
        .with("struck", relatives.stream().filter(one -> one.struck() != null).toList())
        .with("homes", homes)
        .with("on", on)
        .with("homesThen", homes.stream().filter(home -> home.on(on)).toList())
        .with("sex", kin.sex(viewer, person.id()).sex())
        .page("kin-page");
  }

  private static LocalDate on(Request request) {
    try {
      return request.query("on").map(Dates::parse).orElse(request.viewer().today());
    } catch (DateTimeException wrong) {
      return request.viewer().today();
    }
  }

  Reply export(Request request) {
    List<Relative> relatives =
        kin.of(request.viewer(), person(request)).stream()
            .filter(one -> one.struck() == null)
            .toList();
    request.shows(Subject.of(person(request)));
    return Reply.export(
        request,
        Sheet.of("relatives", "kin.relatives", relatives)
            .text("person.name", one -> one.hidden() ? Words.of("kin.hidden") : one.name().listed())
            .text("kin.as", one -> Words.of("kin.word." + one.role(), one.sex().name()))
            .date("person.birthDate", Relative::born)
            .date("since", one -> one.days().from())
            .date("until", one -> one.days().until())
            .about(one -> one.hidden() ? List.of() : List.of(Subject.of(one.person()))));
  }

  /** The part of a case file: everybody in it with their relatives. */
  Reply ofFile(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    Map<PersonId, PersonName> names = new LinkedHashMap<>();
    header.children().forEach(child -> names.put(child.person(), child.name()));
    header.carers().forEach(carer -> names.put(carer.person(), carer.name()));
    Map<PersonId, List<Relative>> found = kin.of(viewer, header.id(), List.copyOf(names.keySet()));
    List<Group> groups = new ArrayList<>();
    names.forEach(
        (person, name) -> {
          if (found.containsKey(person)) {
            groups.add(
                new Group(
                    person,
                    name,
                    found.get(person).stream()
                        .filter(one -> one.struck() == null && !one.past())
                        .toList()));
          }
        });
    groups.forEach(group -> shows(request, group.relatives(), List.of()));
    return new Model().with("file", header).with("groups", groups).page("kin-file");
  }

  /** Somebody of a file with their relatives. */
  public record Group(PersonId person, PersonName name, List<Relative> relatives) {}

  /** Counts everybody as shown whose name is. */
  private static void shows(
      Request request, Collection<Relative> relatives, Collection<Home> homes) {
    request.shows(
        Stream.of(
                relatives.stream().map(Relative::person).filter(Objects::nonNull).map(Subject::of),
                relatives.stream().map(Relative::file).filter(Objects::nonNull).map(Subject::of),
                homes.stream()
                    .flatMap(home -> home.lodgers().stream())
                    .map(Home.Lodger::person)
                    .filter(Objects::nonNull)
                    .map(Subject::of))
            .flatMap(subjects -> subjects)
            .distinct()
            .toList());
  }
}
