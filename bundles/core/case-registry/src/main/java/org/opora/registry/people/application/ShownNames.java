package org.opora.registry.people.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;

/** Names of people beside others: nobody reads one without the trail saying so. */
public record ShownNames(People people) {
  /**
   * Names of those of these people whom the viewer may see.
   *
   * @param trail takes whom they were of, for the one audit row of the request
   */
  public Map<PersonId, PersonName> of(
      Viewer viewer, Collection<PersonId> keys, Consumer<Collection<Subject>> trail) {
    Map<PersonId, PersonName> names = people.names(viewer, keys);
    List<Subject> shown = names.keySet().stream().map(Subject::of).toList();
    trail.accept(shown);
    return names;
  }
}
