package org.opora.registry.people.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.search.SearchIndex;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * Search over people and things. What was typed is posted and kept here; the address holds a random
 * key only.
 */
final class SearchPages {
  private static final int PEOPLE = 20;
  private static final int THINGS = 10;
  private static final int LONGEST = 100;
  private static final String WORDS = "words";
  private final People people;
  private final SearchIndex index;
  private final KeptSearches searches = new KeptSearches();

  SearchPages(People people, SearchIndex index) {
    this.people = people;
    this.index = index;
  }

  /** The page before anything was typed. */
  Reply start(Request request) {
    return new Model().with(WORDS, "").page("search");
  }

  /**
   * While typing: the results alone. On Enter: the page of the results, with an address of its own.
   */
  Reply search(Request request) {
    String words = typed(request);
    if (request.fragment()) {
      return results(request, words, null).page("search-results");
    }
    return words.isEmpty()
        ? Reply.to("/search")
        : Reply.to("/search/" + searches.keep(request.viewer(), words));
  }

  /** Results of a search that is still kept; an old one asks for the words again. */
  Reply show(Request request) {
    UUID key = request.id("search");
    Optional<String> words = searches.words(request.viewer(), key);
    return words
        .map(kept -> results(request, kept, request.query("after").orElse(null)))
        .orElseGet(() -> new Model().with(WORDS, "").with("forgotten", true))
        .with("key", key)
        .page("search");
  }

  /** The people of a search that is still kept; its words are in no name of a file. */
  Reply export(Request request) {
    Viewer viewer = request.viewer();
    String words =
        searches
            .words(viewer, request.id("search"))
            .filter(kept -> !kept.isEmpty())
            .orElseThrow(NotFound::new);
    return Reply.export(
        request,
        PersonSheet.of("people-found", (after, limit) -> people.search(viewer, words, after, limit))
            .narrowed(Words.of("search.narrowed")));
  }

  private Model results(Request request, String words, String after) {
    Model model = new Model().with(WORDS, words);
    if (words.isEmpty()) {
      return model;
    }
    Viewer viewer = request.viewer();
    Page<PersonHit> found = people.search(viewer, words, after, PEOPLE);
    List<SearchIndex.Hit> things =
        after == null ? index.find(viewer, words, null, THINGS).items() : List.of();
    request.shows(
        Stream.of(
                found.items().stream().map(hit -> Subject.of(hit.id())),
                found.items().stream()
                    .map(PersonHit::file)
                    .filter(Objects::nonNull)
                    .map(Subject::of),
                things.stream().map(SearchIndex.Hit::subject).filter(Objects::nonNull))
            .flatMap(subjects -> subjects)
            .toList());
    return model
        .with("people", found)
        .with("things", things)
        .with("nothing", found.items().isEmpty() && things.isEmpty());
  }

  private static String typed(Request request) {
    String raw = request.form().raw("text");
    return raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
  }
}
