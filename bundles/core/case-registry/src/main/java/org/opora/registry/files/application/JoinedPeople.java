package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Aliases;
import org.opora.api.access.Relations;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.people.application.SamePersonNews;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What follows for case files when two keys turn out to name one person, or not any more: whether
 * somebody is in two agreements, or a child in two families, in which sub-file a stay goes on, and
 * who knows whom as a relative.
 */
@Component(service = SamePersonNews.class)
public final class JoinedPeople implements SamePersonNews {
  private final Aliases aliases;
  private final Relations relations;
  private final OneAgreement agreements;
  private final FileChange change;

  @Activate
  public JoinedPeople(
      @Reference Aliases aliases,
      @Reference Relations relations,
      @Reference OneAgreement agreements,
      @Reference FileChange change) {
    this.aliases = aliases;
    this.relations = relations;
    this.agreements = agreements;
    this.change = change;
  }

  @Override
  public void deciding(EntityManager em, Collection<PersonId> people) {
    Set<CaseFileId> files = new FileRelatives(em).around(Chunks.values(people));
    Held.hold(em, CaseFile.class, Chunks.values(files));
  }

  @Override
  public void decided(EntityManager em, Viewer viewer, Set<PersonId> keys) {
    // Asked once, so that what was just decided is in the database.
    Set<Set<PersonId>> people = new LinkedHashSet<>(aliases.idsOf(keys).values());
    Doubts doubts = new Doubts(em);
    people.forEach(known -> doubts.follow(known, viewer.today()));
    for (Set<PersonId> known : people) {
      for (CaseFileId file : new Lodgers(em).moveOut(known)) {
        change.followed(em, viewer, file, "placement.sub-file-own");
      }
    }
    new FileRelations(em, relations).around(Chunks.values(keys));
    people.forEach(known -> change.walls(em).joined(viewer, known));
    agreements.decided(em, viewer, keys);
  }

  @Override
  public Set<PersonId> movingOut(EntityManager em, Set<PersonId> known) {
    return new Lodgers(em)
        .of(known).stream()
            .map(Placement::child)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
