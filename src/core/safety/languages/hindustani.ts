/** Words of Hindi and Urdu alike, as people type them in Latin letters. */
export const HINDUSTANI =
  'yeh ye bimari hai hain nahi nahin nhi kya mujhe mera meri mere raha rahi gaya gayi hua hui kaise kahan kab kyun aur bhi ko ka ke ki kar hum tum aap uska uski hota hoti karna karo dard saans khoon bukhar dawai beta beti bete maa papa madad chahta chahti jeena marna lag pe wala wali toh haal ho mein ne kha li liya aa uth se le rahe'
