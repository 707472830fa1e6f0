/** A person, the words a name is found by, and checks of identifiers. */
package org.opora.registry.people.domain;
