package org.opora.api.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/** People: searched by folded words, seen by relation, known under every alias. */
@ProviderType
public interface People {
  /** Permission to see that a person exists, their name and birth date. */
  String READ = "registry.read";

  /** Permission to write. */
  String WRITE = "registry.write";

  /** Permission to see address, phone and e-mail of a person whose whereabouts are undisclosed. */
  String WHEREABOUTS = "registry.whereabouts";

  /**
   * People the viewer may see whose names begin with these words, in any order, with or without
   * diacritics, former names included; matches of the family name first, each part in folded order.
   *
   * @param words as typed; blank gives everybody in order
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  Page<PersonHit> search(Viewer viewer, String words, String after, int limit);

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the person
   */
  PersonView view(Viewer viewer, PersonId person);

  /**
   * Names of those of these people whom the viewer may see; the others are missing from the map.
   */
  Map<PersonId, PersonName> names(Viewer viewer, Collection<PersonId> people);

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  PersonId register(Viewer viewer, NewPerson person);

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void amend(Viewer viewer, PersonId person, long version, NewPerson now);

  /** All keys under which this person is known, the given one included. */
  Set<PersonId> idsOf(PersonId person);
}
