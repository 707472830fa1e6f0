/** Pages of the state contribution. */
package org.opora.registry.grant.web;
