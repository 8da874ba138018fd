/**
 * The smallest application of the same parts: Spring Boot, Bolt, Spring Data MongoDB and Quartz. Outside of the bot's
 * package, where the bot's own component scan does not find it.
 */
package bare;
