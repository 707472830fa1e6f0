/** Use cases of the state contribution. */
package org.opora.registry.grant.application;
