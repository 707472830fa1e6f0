package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Id;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.shared.persistence.Chunks;

/** Sub-files of children. */
final class SubFiles {
  private SubFiles() {}

  /**
   * The sub-file of a child. When two entries with a sub-file each turn out to be one child, an
   * entry goes on in its own one, so that nothing stays in the wrong one if they are two after all.
   *
   * @param known all keys of the child
   */
  static Optional<ChildFileId> of(EntityManager em, PersonId child, Collection<PersonId> known) {
    List<ChildFile> found =
        em.createQuery(
                "SELECT c FROM ChildFile c WHERE c.child IN :known ORDER BY c.id", ChildFile.class)
            .setParameter("known", Chunks.values(known))
            .getResultList();
    return found.stream()
        .filter(one -> one.child().equals(child))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(one -> new ChildFileId(one.id()));
  }

  /**
   * Of these, those whose child stays in a file on the day.
   *
   * @param aliases gives all keys of children
   */
  static Set<ChildFileId> staying(
      EntityManager em,
      Collection<ChildFileId> children,
      LocalDate on,
      Function<Collection<PersonId>, Map<PersonId, Set<PersonId>>> aliases) {
    List<ChildFile> asked =
        Chunks.ask(
            Chunks.values(children),
            part ->
                em.createQuery("SELECT c FROM ChildFile c WHERE c.id IN :keys", ChildFile.class)
                    .setParameter("keys", part)
                    .getResultList());
    Map<PersonId, Set<PersonId>> known =
        aliases.apply(asked.stream().map(ChildFile::child).collect(Collectors.toSet()));
    Set<UUID> files = stays(em, "childFile", children, on);
    Set<UUID> people =
        stays(em, "child", known.values().stream().flatMap(Set::stream).toList(), on);
    return asked.stream()
        .filter(
            one ->
                files.contains(one.id())
                    || known.get(one.child()).stream()
                        .anyMatch(key -> people.contains(key.value())))
        .map(one -> new ChildFileId(one.id()))
        .collect(Collectors.toSet());
  }

  private static Set<UUID> stays(
      EntityManager em, String column, Collection<? extends Id> keys, LocalDate on) {
    return Set.copyOf(
        Chunks.ask(
            Chunks.values(keys),
            part ->
                em.createQuery(
                        ("SELECT DISTINCT p.%1$s FROM Placement p WHERE p.%1$s IN :keys"
                                + " AND p.since <= :on AND (p.until IS NULL OR p.until >= :on)")
                            .formatted(column),
                        UUID.class)
                    .setParameter("keys", part)
                    .setParameter("on", on)
                    .getResultList()));
  }

  /** The first one of a child that has none. */
  static ChildFileId begin(EntityManager em, PersonId child) {
    ChildFileId next = ChildFileId.next();
    em.persist(new ChildFile(next.value(), child));
    em.flush();
    return next;
  }
}
