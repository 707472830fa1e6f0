/** Pages and forms of people, and the search. */
package org.opora.registry.people.web;
