package org.opora.registry.walls.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.PersonDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Families and people at which walls are raised, for whoever may know of them. */
@Component(service = WallPlaces.class)
public final class WallPlaces {
  private final Access access;
  private final CaseFiles files;
  private final People people;
  private final PersonDoor door;

  @Activate
  public WallPlaces(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference People people) {
    this.access = access;
    this.files = files;
    this.people = people;
    this.door = new PersonDoor(tx, access, audit, aliases);
  }

  /**
   * A family or a person as the viewer knows them.
   *
   * @param number of the file; null of a person
   * @param name of the family or the person
   * @param href where they are
   */
  public record Place(Subject about, String number, String name, String href) {}

  /**
   * @param about a family's file or a person
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage walls
   * @throws org.opora.api.faults.NotFound when there is no such family or person, or a wall stands
   *     before it: nothing else is said of the two
   */
  public Place open(Viewer viewer, Subject about) {
    access.require(viewer, Walls.MANAGE);
    access.require(viewer, Walls.MANAGE, about);
    if (about.kind() == Subject.Kind.CASE_FILE) {
      return place(files.header(viewer, new CaseFileId(about.id())));
    }
    PersonId person = new PersonId(about.id());
    door.open(viewer, People.READ, person);
    return place(person, people.view(viewer, person).name().spoken());
  }

  /** At whom else a wall can be raised from here: the people of the family. */
  public List<Place> members(Viewer viewer, Subject about) {
    if (about.kind() != Subject.Kind.CASE_FILE) {
      return List.of();
    }
    CaseFiles.Header header = files.header(viewer, new CaseFileId(about.id()));
    List<Place> members = new ArrayList<>();
    header.children().forEach(child -> members.add(place(child.person(), child.name().spoken())));
    header.carers().forEach(carer -> members.add(place(carer.person(), carer.name().spoken())));
    return members;
  }

  /** Those of them that the viewer may know of. */
  Map<Subject, Place> known(Viewer viewer, List<Subject> about) {
    Map<Subject, Place> known = new LinkedHashMap<>();
    if (!viewer.may(CaseFiles.READ)) {
      return known;
    }
    List<CaseFileId> asked =
        about.stream()
            .filter(one -> one.kind() == Subject.Kind.CASE_FILE)
            .map(one -> new CaseFileId(one.id()))
            .distinct()
            .toList();
    if (!asked.isEmpty()) {
      files
          .headers(viewer, asked)
          .values()
          .forEach(header -> known.put(Subject.of(header.id()), place(header)));
    }
    List<PersonId> persons =
        about.stream()
            .filter(one -> one.kind() == Subject.Kind.PERSON)
            .map(one -> new PersonId(one.id()))
            .distinct()
            .toList();
    if (!persons.isEmpty()) {
      people
          .names(viewer, persons)
          .forEach((person, name) -> known.put(Subject.of(person), place(person, name.spoken())));
    }
    return known;
  }

  private static Place place(CaseFiles.Header header) {
    return new Place(
        Subject.of(header.id()), header.number(), header.familyName(), "/files/" + header.id());
  }

  private static Place place(PersonId person, String name) {
    return new Place(Subject.of(person), null, name, "/people/" + person);
  }
}
