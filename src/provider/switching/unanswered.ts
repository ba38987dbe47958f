/**
 * Whether a switch that got no clear answer may still come into force. A hub that reports late may show the position
 * from before it, so only the position that was sent, or sending again, settles it.
 * @param sent its position; null where there is no such switch
 * @param reported whether the hub reports tracking as on, null where it reports nothing
 */
export function mayStillCome(sent: boolean | null, reported: boolean | null): boolean {
  return sent !== null && reported !== sent;
}
