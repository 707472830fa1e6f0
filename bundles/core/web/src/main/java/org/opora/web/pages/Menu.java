package org.opora.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.access.Viewer;
import org.opora.api.text.Text;
import org.opora.api.web.spi.DashboardCard;
import org.opora.api.web.spi.Navigation;
import org.opora.api.web.spi.Navigation.Group;
import org.opora.web.rendering.Frame;
import org.opora.web.texts.Words;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what bundles offer: entries of the navigation, and cards of the page Today. Their data is
 * read once, when they arrive.
 */
@Component(service = Menu.class)
public final class Menu {
  /** Where somebody sees to their own sign-in. */
  private static final String ACCOUNT = "/my-sign-in";

  private static final Logger LOG = LoggerFactory.getLogger(Menu.class);
  private final Map<Object, List<Point>> points = new ConcurrentHashMap<>();
  private final Map<Object, Card> cards = new ConcurrentHashMap<>();
  private volatile List<Point> sorted = List.of();
  private volatile List<Card> sortedCards = List.of();

  @Activate
  public Menu() {
    // Bundles come later.
  }

  @Reference(
      service = Navigation.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindNavigation(Navigation navigation, ServiceReference<Navigation> reference) {
    add(reference, navigation, reference.getBundle().getSymbolicName());
  }

  void unbindNavigation(Navigation navigation, ServiceReference<Navigation> reference) {
    points.remove(reference);
    sort();
  }

  @Reference(
      service = DashboardCard.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindCard(DashboardCard card, ServiceReference<DashboardCard> reference) {
    add(reference, card, reference.getBundle().getSymbolicName());
  }

  void unbindCard(DashboardCard card, ServiceReference<DashboardCard> reference) {
    cards.remove(reference);
    sort();
  }

  /**
   * @param key whatever stands for the contribution
   * @param origin symbolic name of its bundle
   */
  public void add(Object key, Navigation navigation, String origin) {
    try {
      points.put(
          key,
          navigation.entries().stream()
              .map(e -> new Point(e, Text.of(origin, e.title())))
              .toList());
      sort();
    } catch (RuntimeException broken) {
      LOG.error("The navigation of {} is left out: {}", origin, broken.getClass().getName());
    }
  }

  public void add(Object key, DashboardCard card, String origin) {
    try {
      cards.put(
          key,
          new Card(card.order(), Text.of(origin, card.title()), card.permission(), card.content()));
      sort();
    } catch (RuntimeException broken) {
      LOG.error("A card of {} is left out: {}", origin, broken.getClass().getName());
    }
  }

  /**
   * Entries this person may use, in their groups; the one that holds the path is marked. One group
   * is open, so that all headings stay in sight on a small screen: that of the page, or that of the
   * families on a page of none; where somebody sees to their own account, none. A heading over one
   * entry would say it twice.
   */
  public List<Frame.Section> sections(Viewer viewer, String path, Words words, Locale locale) {
    List<Point> mine =
        sorted.stream().filter(point -> may(viewer, point.entry().permission())).toList();
    String current =
        mine.stream()
            .map(Point::href)
            .filter(href -> path.equals(href) || !href.equals("/") && path.startsWith(href + "/"))
            .max(Comparator.comparingInt(String::length))
            .orElse(null);
    Map<Group, List<Frame.Item>> groups = new EnumMap<>(Group.class);
    for (Point point : mine) {
      groups
          .computeIfAbsent(point.entry().group(), first -> new ArrayList<>())
          .add(
              new Frame.Item(
                  words.say(locale, point.title()),
                  point.href(),
                  point.entry().icon(),
                  point.href().equals(current)));
    }
    Group open =
        groups.entrySet().stream()
            .filter(each -> headed(each.getKey(), each.getValue()))
            .filter(each -> each.getValue().stream().anyMatch(Frame.Item::current))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(own(path) ? null : Group.FAMILIES);
    List<Frame.Section> sections = new ArrayList<>(groups.size());
    groups.forEach(
        (group, items) ->
            sections.add(
                new Frame.Section(
                    headed(group, items) ? words.say(locale, "shell.menu." + group) : null,
                    group == open,
                    items)));
    return sections;
  }

  private static boolean own(String path) {
    return path.equals(ACCOUNT) || path.startsWith(ACCOUNT + "/");
  }

  private static boolean headed(Group group, List<Frame.Item> items) {
    return group != Group.TODAY && items.size() > 1;
  }

  public List<Card> cards(Viewer viewer) {
    return sortedCards.stream().filter(card -> may(viewer, card.permission())).toList();
  }

  private static boolean may(Viewer viewer, String permission) {
    return permission == null || viewer.may(permission);
  }

  private synchronized void sort() {
    sorted =
        points.values().stream()
            .flatMap(List::stream)
            .sorted(
                Comparator.comparing((Point point) -> point.entry().group())
                    .thenComparing(point -> point.entry().order())
                    .thenComparing(Point::href))
            .toList();
    sortedCards =
        cards.values().stream()
            .sorted(Comparator.comparingInt(Card::order).thenComparing(Card::content))
            .toList();
  }

  private record Point(Navigation.Entry entry, Text title) {
    String href() {
      return entry.href();
    }
  }

  /**
   * A card of Today, as data.
   *
   * @param content path of the fragment
   */
  public record Card(int order, Text title, String permission, String content) {}
}
