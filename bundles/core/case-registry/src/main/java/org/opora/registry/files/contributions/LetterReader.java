package org.opora.registry.files.contributions;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.documents.spi.TemplateData.Wanted;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.Fold;

/**
 * What whoever receives a letter may learn of the people of a file. Those who care for the children
 * learn of them all, an office of the family of its own children, and everybody else of the child
 * whom the letter is about. Of an adult everybody may learn the name; where and how old they are is
 * told to themselves and to the offices of the family only, and where a child is neither to anybody
 * whose child it is not.
 */
final class LetterReader {
  /** By what somebody is found. */
  static final Set<String> WHEREABOUTS = Set.of("address", "phone", "email");

  private static final Set<PartRole> CARING = EnumSet.of(PartRole.CARER, PartRole.ADOPTER);
  private final CaseFiles.Header header;
  private final Reader reader;
  private final PersonId about;

  /** The reader, under every key. */
  private final Set<PersonId> self;

  private final boolean caring;
  private final List<Addressees.Addressee> offices;

  LetterReader(
      People people, Addressees addressees, Viewer viewer, Wanted wanted, CaseFiles.Header header) {
    this.header = header;
    this.reader = wanted.reader();
    this.about = wanted.person();
    this.self = reader.person() == null ? Set.of() : people.idsOf(reader.person());
    this.caring =
        header.carers().stream()
            .anyMatch(one -> CARING.contains(one.role()) && self.contains(one.person()));
    this.offices =
        reader.person() != null
            ? List.of()
            : addressees.report(viewer, header.id()).to().stream()
                .filter(Addressees.Addressee::office)
                .filter(this::reads)
                .toList();
  }

  private boolean reads(Addressees.Addressee office) {
    return reader.body() == null
        ? office.body() == null && called(office.name())
        : reader.body().equals(office.body());
  }

  /** Whether the reader is an office that is called so. */
  boolean called(String office) {
    return reader.person() == null && Objects.equals(Fold.fold(reader.name()), Fold.fold(office));
  }

  boolean is(PersonId person) {
    return self.contains(person);
  }

  /** Whether they may learn that there is such a person in the family. */
  boolean learnsOf(PersonId person) {
    if (!child(person) || caring || is(person)) {
      return true;
    }
    return offices.isEmpty() ? person.equals(about) : ofTheirs(person);
  }

  /**
   * @param fact of somebody they may learn of
   */
  boolean learns(PersonId person, String fact) {
    if (fact.equals("name") || is(person)) {
      return true;
    }
    if (!child(person)) {
      return !offices.isEmpty();
    }
    return !WHEREABOUTS.contains(fact) || caring || ofTheirs(person);
  }

  private boolean child(PersonId person) {
    return header.children().stream().anyMatch(one -> one.person().equals(person));
  }

  /** Two offices may be called the same: of a name alone only what both may learn is told. */
  private boolean ofTheirs(PersonId child) {
    return !offices.isEmpty()
        && offices.stream()
            .allMatch(
                office ->
                    office.children().stream()
                        .map(Addressees.Named::person)
                        .anyMatch(child::equals));
  }
}
