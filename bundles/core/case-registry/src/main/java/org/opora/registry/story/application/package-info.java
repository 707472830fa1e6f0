/** The chronology, the search index and the evidence, as services. */
package org.opora.registry.story.application;
