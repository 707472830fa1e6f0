package org.opora.registry.people.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.api.web.spi.PersonTile;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the tiles that installed modules put on a person's page. */
@Component(service = PersonTiles.class)
public final class PersonTiles {
  private static final Logger LOG = LoggerFactory.getLogger(PersonTiles.class);
  private final Map<ServiceReference<PersonTile>, PersonTile> tiles = new ConcurrentHashMap<>();

  /** The reference tells whose texts hold the title. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(PersonTile tile, ServiceReference<PersonTile> reference) {
    tiles.put(reference, tile);
  }

  void remove(ServiceReference<PersonTile> reference) {
    tiles.remove(reference);
  }

  /** The tiles this viewer may see, in their order. */
  List<Tile> of(Viewer viewer, PersonId person) {
    return tiles.entrySet().stream()
        .flatMap(entry -> tile(viewer, person, entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Tile::order).thenComparing(Tile::content))
        .toList();
  }

  private static Stream<Tile> tile(
      Viewer viewer, PersonId person, ServiceReference<PersonTile> reference, PersonTile tile) {
    String origin = reference.getBundle() == null ? null : reference.getBundle().getSymbolicName();
    try {
      return origin != null && viewer.may(tile.permission())
          ? Stream.of(new Tile(tile.order(), Text.of(origin, tile.title()), tile.content(person)))
          : Stream.empty();
    } catch (RuntimeException broken) {
      // One module must never take the page of the others with it.
      LOG.warn("A person tile of {} is left out", origin, broken);
      return Stream.empty();
    }
  }

  /**
   * @param content path of the fragment
   */
  public record Tile(int order, Text title, String content) {}
}
