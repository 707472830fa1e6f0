/** Use cases about relationships and households; who may learn of whom is decided here. */
package org.opora.registry.kin.application;
