/** Use cases about people; access is decided, audited and searched for here. */
package org.opora.registry.people.application;
